import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { configTable } from '../hub/config/config-table.ts';

const ROOT = join(import.meta.dirname, '..');
const NOT_OURS = /^(node_modules|build|dist|data|coverage|\.git|\.cache|\.svelte-kit|\.pio)$/;

/** Every Markdown file of the project, its path within it. */
function pages(folder = ROOT): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return NOT_OURS.test(entry.name) ? [] : pages(path);
		return entry.name.endsWith('.md') ? [relative(ROOT, path)] : [];
	});
}

/** Text without what stands in code, where brackets are no links and # is no heading. */
function prose(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8')
		.replace(/^```[\s\S]*?^```/gm, '')
		.replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ''));
}

/** What GitHub makes of a heading, for the part of a link behind #. */
function anchors(path: string): string[] {
	return [...prose(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading!
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-'),
	);
}

/** Links of a page that lead nowhere. */
function broken(page: string): string[] {
	const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
	return links.filter((link) => {
		if (/^[a-z]+:/.test(link)) return false;
		const [file, anchor] = link.split('#');
		const target = file ? join(dirname(page), file) : page;
		if (!existsSync(join(ROOT, target))) return true;
		return anchor !== undefined && !anchors(target).includes(anchor);
	});
}

it.each(pages())('leads somewhere with every link of %s', (page) => {
	expect(broken(page)).toEqual([]);
});

it('finds pages, links and headings at all', () => {
	expect(pages()).toContain('README.md');
	expect(prose('README.md')).toContain('](docs/');
	expect(anchors('README.md')).toContain('setting-up-a-board');
});

it('lists in docs/configuration.md the options that the hub knows', () => {
	const page = readFileSync(join(ROOT, 'docs/configuration.md'), 'utf8');
	const table = /<!-- config -->\n([\s\S]*?)<!-- \/?config -->/.exec(page)?.[1];
	expect(table?.trim()).toBe(configTable());
});
