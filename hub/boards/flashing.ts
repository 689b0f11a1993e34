import type { FlashStep } from '../../protocol/dashboard/boards.ts';

/** Steps that boards of a family share. */

export const BY_USB: FlashStep[] = [{ code: 'usb' }];

/** A board in a case that carries mains, with a button on IO0 and serial pins inside. */
export function inCase({
	pins,
	first = [],
	start,
}: {
	pins: string;
	first?: FlashStep[];
	start: FlashStep;
}): FlashStep[] {
	return [{ code: 'mains' }, ...first, { code: 'open', what: pins }, { code: 'adapter' }, start, { code: 'close' }];
}

/** An open relay board with a low-voltage input of its own. */
export function openBoard(options: {
	pins: string;
	power: string;
	first?: FlashStep[];
	start: FlashStep;
}): FlashStep[] {
	return [
		{ code: 'mains' },
		...(options.first ?? []),
		{ code: 'pins', what: options.pins },
		{ code: 'adapter-without-power', what: options.power },
		options.start,
	];
}

/** Serial pins of an open module that is flashed through an adapter. */
export const BY_ADAPTER: FlashStep[] = [
	{ code: 'pins', what: '3V3, GND, RX, TX, IO0' },
	{ code: 'adapter' },
	{ code: 'hold-pin', what: 'IO0' },
];
