// sql.mjs CLIENTS SCRIPT RULES.json PROFILES OUT: the script of `advise compile --to sql --dialect duckdb --closed` on the common workload, reading
// included, with the output of the shared bench: a line for each profile, "id: role,role". One thread, as the query it is measured beside.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
const [clients, script, rulesFile, profiles, out] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(path.resolve(clients) + '/')('@duckdb/node-api');
const rules = JSON.parse(fs.readFileSync(rulesFile, 'utf8'));
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const text = fs.readFileSync(script, 'utf8');
// the columns that the script asks for, of the facts in their order
const used = new Set([...text.matchAll(/^\('(f\d+)', /gm)].map((m) => m[1]));
const columns = rules.attributes.map((a, i) => [a.id, `f${i}`]).filter(([, name]) => used.has(name));
const types = ["id: 'VARCHAR'", ...columns.map(([id]) => `${id}: 'TINYINT'`)].join(', ');
await connection.run('SET threads = 1; SET preserve_insertion_order = true');
await connection.run(`CREATE VIEW advise_profiles AS SELECT id, ${columns.map(([id, name]) => `${id} AS ${name}`).join(', ')}
    FROM read_json('${profiles}', format = 'newline_delimited', columns = {${types}})`);
const begun = performance.now();
await connection.run(text);
const ready = performance.now();
const failures = await connection.runAndReadAll('SELECT COUNT(*) FROM advise_selftest');
if (failures.getRows()[0][0] !== 0n) throw new Error('the self-test fails');
const tested = performance.now();
const roles = rules.roles.map((r, i) => `CASE WHEN r${i} = 2 THEN '${r.id}' END`).join(', ');
await connection.run(`COPY (SELECT id || ': ' || concat_ws(',', ${roles}) FROM advise_wide)
    TO '${out}' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\t')`);
const asked = performance.now();
process.stderr.write(`STAT script_s ${(ready - begun) / 1000}\nSTAT selftest_s ${(tested - ready) / 1000}\nSTAT query_s ${(asked - tested) / 1000}\n`);
if (process.env.ADVISE_SQL_LONG) {       // the long form, with points and masks: a row for each profile and role
    await connection.run(`COPY (SELECT * FROM advise_result) TO '${out}.parquet' (FORMAT parquet)`);
    process.stderr.write(`STAT result_s ${(performance.now() - asked) / 1000}\n`);
}
process.exit(0);
