const ENTER = /[\r\n]/;
const [INTERRUPT, END, BACKSPACE, DELETE] = ['\u0003', '\u0004', '\u0008', '\u007f'];

/** Asks on this process's terminal; what is typed is not shown. Undefined without a terminal, or after Ctrl-C. */
export function askHidden(question: string): Promise<string | undefined> {
	const { stdin, stderr } = process;
	if (!stdin.isTTY) return Promise.resolve(undefined);
	// Before the question: whoever answers at once must not see it either.
	stdin.setRawMode(true).setEncoding('utf8').resume();
	stderr.write(question);
	let typed = '';
	return new Promise((resolve) => {
		const end = (answer: string | undefined) => {
			stdin.off('data', take).setRawMode(false).pause();
			stderr.write('\n');
			resolve(answer);
		};
		function take(text: string): void {
			for (const character of text) {
				if (ENTER.test(character)) return end(typed);
				if (character === INTERRUPT || character === END) return end(undefined);
				if (character === BACKSPACE || character === DELETE) typed = [...typed].slice(0, -1).join('');
				else typed += character;
			}
		}
		stdin.on('data', take);
	});
}
