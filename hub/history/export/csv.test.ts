import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.ts';

const tricky = fc.constantFrom(...'=+-@\t\r\n,;|"\' ＝＋－＠a');
const anySign = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));
const text = fc.array(fc.oneof(tricky, anySign)).map((signs) => signs.join(''));

describe('a line of CSV', () => {
	it.each<[(string | number | null)[], string]>([
		[['plain', 7, null], '"plain","7",""\r\n'],
		[['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"\r\n'],
		[['=1+1', '+1', '-1', '@x'], '"\'=1+1","\'+1","\'-1","\'@x"\r\n'],
		[['\t=1', '\r=1', '\tx', '\nx'], '"\'\t\'=1","\'\r\'=1","\'\tx","\'\nx"\r\n'],
		[['＝1', '＋1', '－1', '＠x', ' =1'], '"\'＝1","\'＋1","\'－1","\'＠x"," \'=1"\r\n'],
		[['a-b', '20 - 5', 'x=y', "it's -1"], '"a-b","20 - 5","x=y","it\'s -1"\r\n'],
		[[-5], '"-5"\r\n'],
	])('%j is %j', (cells, line) => {
		expect(csvLine(cells)).toBe(line);
	});

	it.each([',', ';', '\t', '|'])(
		'contains no formula for a spreadsheet that separates by %j and ignores quotes',
		(separator) => {
			const names = [
				"Pump;=cmd|'/C calc'!A0;",
				'Pump,=1+1',
				'Pump\t@x',
				'a"+1',
				'a\n-1',
				'a; ＝1',
				'a|＠x',
				'";=1;"',
				"';=1",
			];
			for (const name of names) {
				const cells = csvLine([name, 'x']).split(new RegExp(`[${separator}\r\n]`));
				const bare = cells.map((cell) => cell.replace(/^[\s"]+/, ''));
				expect(
					bare.filter((cell) => /^[=+\-@＝＋－＠]/.test(cell)),
					name,
				).toEqual([]);
			}
		},
	);

	it('of any text is read back unchanged, except for the apostrophes before formulas', () => {
		fc.assert(
			fc.property(fc.array(text, { minLength: 1 }), (cells) => {
				const [read] = parse(csvLine(cells));
				const bare = (text: string) => text.replaceAll("'", '');
				expect(read!.map(bare)).toEqual(cells.map(bare));
				expect(read!.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
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
