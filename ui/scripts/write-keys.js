// Writes src/words/keys.ts: every message that the window may show, with the
// names of its variables, so that a misspelt key or argument fails the check.
import { readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Visitor, parse } from '@fluent/syntax';

const ui = fileURLToPath(new URL('..', import.meta.url));
const locales = join(ui, '../src-tauri/crates/words/locales');
const target = join(ui, 'src/words/keys.ts');

class Variables extends Visitor {
  /** @type {Set<string>} */
  names = new Set();
  /** @param {import('@fluent/syntax').VariableReference} node */
  visitVariableReference(node) {
    this.names.add(node.id.name);
  }
}

/** @param {string} locale */
function messages(locale) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  const folder = join(locales, locale);
  // What only the command line says stays out of the window.
  const files = readdirSync(folder).filter((it) => it.endsWith('.ftl') && it !== 'cli.ftl');
  for (const file of files.sort()) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const entry of parse(text, {}).body) {
      if (entry.type === 'Junk')
        throw new Error(`${locale}/${file}: not Fluent: ${entry.content.split('\n')[0]}`);
      if (entry.type !== 'Message') continue;
      if (found.has(entry.id.name)) throw new Error(`${locale}/${file}: ${entry.id.name} twice`);
      const variables = new Variables();
      variables.visit(entry);
      found.set(entry.id.name, [...variables.names].sort());
    }
  }
  return found;
}

const english = messages('en-CA');
const french = messages('fr-CA');

/**
 * @param {Map<string, string[]>} there
 * @param {Map<string, string[]>} wanted
 * @param {string} locale
 */
function refuseGaps(there, wanted, locale) {
  for (const [key, variables] of wanted) {
    const found = there.get(key);
    if (!found) throw new Error(`${locale} has no ${key}`);
    if (found.join() !== variables.join()) throw new Error(`${locale}: ${key} has other variables`);
  }
}
refuseGaps(french, english, 'fr-CA');
refuseGaps(english, french, 'en-CA');

const lines = [...english]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, variables]) => {
    const type = variables.length ? variables.map((name) => `'${name}'`).join(' | ') : 'never';
    return `  '${key}': ${type};`;
  });
const text = `// Written by scripts/write-keys.js from the Fluent files.
/** Every message, with the names of its variables. */
export interface Messages {
${lines.join('\n')}
}
`;
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
