/** The name, or as many of its first letters as have room with an ellipsis after them. */
export function cutToWidth(name: string, room: number, widthOf: (text: string) => number): string {
	if (widthOf(name) <= room) return name;
	const letters = [...name];
	let cut: string;
	do {
		letters.pop();
		cut = `${letters.join('').trimEnd()}…`;
	} while (letters.length > 1 && widthOf(cut) > room);
	return cut;
}

/** About the width of a letter of the bold text in drawings, where nothing can be measured. */
const LETTER = 7;
let canvas: CanvasRenderingContext2D | null | undefined;

/** The width of a text in a drawing, in its units: bold, 13 px, in the device's own font. */
export function drawnWidth(text: string): number {
	if (typeof document === 'undefined') return text.length * LETTER;
	if (canvas === undefined) {
		canvas = document.createElement('canvas').getContext('2d');
		const font = getComputedStyle(document.documentElement).getPropertyValue('--font');
		if (canvas) canvas.font = `700 13px ${font}`;
	}
	return canvas?.measureText(text).width ?? text.length * LETTER;
}
