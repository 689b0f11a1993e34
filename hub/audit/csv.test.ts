import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.ts';

describe('a line of CSV', () => {
	it.each<[(string | number | null)[], string]>([
		[['plain', 7, null], 'plain,7,\r\n'],
		[['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"\r\n'],
		[['=1+1', '+1', '-1', '@x'], "'=1+1,'+1,'-1,'@x\r\n"],
		[['\t=1', '\r=1'], '\'\t=1,"\'\r=1"\r\n'],
		[[-5], '-5\r\n'],
	])('%j is %j', (cells, line) => {
		expect(csvLine(cells)).toBe(line);
	});

	it('of any text is read back as it was, but for what a spreadsheet would run', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
				const read = parse(csvLine(cells));
				expect(read).toEqual([cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))]);
			}),
		);
	});
});

/** RFC 4180, read strictly. */
function parse(text: string): string[][] {
	const lines: string[][] = [];
	let rest = text;
	while (rest !== '') {
		const line: string[] = [];
		for (;;) {
			const [all, quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))/.exec(rest)!;
			line.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
			rest = rest.slice(all.length);
			if (!rest.startsWith(',')) break;
			rest = rest.slice(1);
		}
		expect(rest.startsWith('\r\n')).toBe(true);
		rest = rest.slice(2);
		lines.push(line);
	}
	return lines;
}
