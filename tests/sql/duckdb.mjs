// duckdb.mjs CLIENTS SCRIPT…: each script in a database of its own, in memory. Prints a JSON object a line: the number of the script, the rows of its
// SELECTs as text with "|" between the columns, and what DuckDB complained about.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
const [clients, ...scripts] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(path.resolve(clients) + '/')('@duckdb/node-api');

async function run(script) {
    const rows = [];
    const database = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await database.connect();
    try {
        const statements = await connection.extractStatements(fs.readFileSync(script, 'utf8'));
        for (let i = 0; i < statements.count; ++i) {
            const prepared = await statements.prepare(i);
            const result = await prepared.runAndReadAll();
            if (result.columnNames()[0] !== 'Count') for (const row of result.getRows()) rows.push(row.map(String).join('|'));
        }
        return { rows, error: '' };
    } catch (problem) {
        return { rows, error: String(problem.message ?? problem) };
    } finally {
        connection.closeSync();
        database.closeSync();
    }
}
for (let i = 0; i < scripts.length; ++i) console.log(JSON.stringify({ script: i, ...(await run(scripts[i])) }));
