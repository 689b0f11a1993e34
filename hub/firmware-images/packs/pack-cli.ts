import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packName } from '../../../protocol/dashboard/pack-name.ts';
import { makePack } from './make-pack.ts';

const KILOBYTE = 1_000;

/** `npm run firmware -- pack IMAGES FOLDER`: makes the firmware pack of this version out of images, for a release. */
const [images, folder] = process.argv.slice(2);
if (!images || !folder) giveUp('Name the folder of the images and the folder for the pack.');
// esbuild drops the attribute that an import of JSON needs.
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
	version: string;
};
const made = await makePack(images, version);
if (!made.ok) giveUp(made.error.message);
const { boards, bytes } = made.value;
if (boards.length === 0) giveUp(`There is no firmware image in ${images}.`);
const path = join(folder, packName(version));
mkdirSync(folder, { recursive: true });
writeFileSync(`${path}.new`, bytes);
renameSync(`${path}.new`, path);
const of = boards.map(({ board, version }) => `${board} ${version}`).join(', ');
process.stdout.write(`${path}, ${Math.ceil(bytes.length / KILOBYTE)} kB: ${of}\n`);

function giveUp(sentence: string): never {
	process.stderr.write(`${sentence}\n`);
	process.exit(1);
}
