import type { Board, BoardDrawing, Pin } from '$protocol/dashboard/boards.ts';

/** Units of the drawing. Its width is fixed; its height comes from the rows of pads. */
export const DRAWING = { width: 372, left: 98, right: 274, pcbLeft: 86, pcbRight: 286, top: 8 } as const;
const FIRST_PAD = 66;
const BELOW_PADS = { usb: 68, relays: 96, bare: 22 } as const;
/** Boards with more rows get closer rows, so that the drawing still fits beside the form. */
const MANY_ROWS = 12;
const CAN_WIDTH = { wide: 88, narrow: 64 } as const;
const LONG_LABEL = 4;
const STEP = { few: 26, many: 22 } as const;

export interface PlacedPad {
	/** the same for the life of the drawing */
	key: string;
	/** undefined: power, ground and the like */
	pin: Pin | undefined;
	label: string;
	left: boolean;
	x: number;
	y: number;
}

export interface Drawing {
	layout: BoardDrawing;
	pads: PlacedPad[];
	/** y of the last pads */
	last: number;
	/** width of the module between the pads; long pad labels leave it less room */
	canWidth: number;
	height: number;
}

/** Positions of all pads of a board. */
export function placePads(board: Board): Drawing {
	const layout = board.drawing;
	const rows = Math.max(layout.left.length, layout.right.length);
	const step = rows > MANY_ROWS ? STEP.many : STEP.few;
	const place = (pad: number | string, row: number, left: boolean): PlacedPad[] => {
		const pin = typeof pad === 'number' ? board.pins.find(({ gpio }) => gpio === pad) : undefined;
		if (typeof pad === 'number' && !pin) return [];
		const x = left ? DRAWING.left : DRAWING.right;
		const label = pin?.label ?? String(pad);
		return [{ key: `${left ? 'l' : 'r'}${row}`, pin, label, left, x, y: FIRST_PAD + row * step }];
	};
	const pads = [
		...layout.left.flatMap((pad, row) => place(pad, row, true)),
		...layout.right.flatMap((pad, row) => place(pad, row, false)),
	];
	const last = FIRST_PAD + (rows - 1) * step;
	const long = pads.some(({ label }) => label.length >= LONG_LABEL);
	return { layout, pads, last, canWidth: CAN_WIDTH[long ? 'narrow' : 'wide'], height: last + below(layout) };
}

function below({ body }: BoardDrawing): number {
	if (body === 'none') return BELOW_PADS.bare;
	return body === 'module' || body === 'chip' ? BELOW_PADS.usb : BELOW_PADS.relays;
}
