// syntax.mjs LIST: reads the scripts that LIST names with the grammars of Spark SQL and Trino, and complains about what they do not take.
import fs from 'node:fs';
import { SparkSQL, TrinoSQL } from 'dt-sql-parser';
const grammars = { spark: new SparkSQL(), trino: new TrinoSQL() };
let passed = 0, failed = 0;
for (const script of fs.readFileSync(process.argv[2], 'utf8').split('\n')) {
    const dialect = script.split('.').at(-2);
    const errors = grammars[dialect].validate(fs.readFileSync(script, 'utf8'));
    if (errors.length === 0) { ++passed; continue; }
    ++failed;
    for (const e of errors.slice(0, 2)) console.log(`${script}:${e.startLine}:${e.startColumn}: ${e.message.slice(0, 300)}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
