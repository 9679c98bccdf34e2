/** The yardstick: a process that reads two files and parses them, with the bare parser of their format. */
import { readFileSync } from 'node:fs';

const [format, ...files] = process.argv.slice(2);
if (format === 'yaml') {
  const { load } = await import('js-yaml');
  for (const file of files) load(readFileSync(file, 'utf8'));
} else {
  for (const file of files) JSON.parse(readFileSync(file, 'utf8'));
}
console.error(`peak ${process.resourceUsage().maxRSS * 1024}`);
