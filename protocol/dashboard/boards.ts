import { z } from 'zod';
import { FLASH_STEPS, type FlashStepCode } from './board-words/flash-steps.ts';
import { InputPlan, SensorType } from './plan.ts';

/**
 * What is switched: the board's own relays, relay modules wired to it, these or a shield made for it, or nothing, because the
 * board is simulated. It tells why the wizard proposes the logic of `defaults`.
 */
export const RelayKind = z.enum(['own', 'module', 'shield', 'simulated']);

/** What a relay on this pin does to the board: free to use, usable with a warning, or refused. */
export const PinUse = z.enum(['free', 'warn', 'refuse']);

export const Pin = z.object({
	gpio: z.number().int().min(0),
	/** as printed on the board: "D1", "IO5" */
	label: z.string(),
	use: PinUse,
	/** boot-strapping: the pin's level at power-on decides how the board starts */
	strapping: z.boolean(),
	/** why it is warned about or refused, one sentence */
	reason: z.string().optional(),
	/** the same as a code of fault-words/pin-words.ts, so that it can be said in another language */
	reasonCode: z.string().optional(),
	/** refused for what the board writes to, but a wall switch can be read on it */
	readable: z.boolean().optional(),
	/** the chip cannot pull this pin up: an input on it needs a resistor of its own, and no sensor works on it */
	noPullUp: z.boolean().optional(),
	/** where this fact stands: document and section */
	source: z.string(),
});
export type Pin = z.infer<typeof Pin>;

/** Under which heading people look for a board. */
export const BoardFamily = z.enum(['virtual', 'module', 'relay-board', 'sonoff', 'shelly', 'athom', 'generic']);
export type BoardFamily = z.infer<typeof BoardFamily>;

/** One thing to do before or while a board is flashed, as a code of board-words/flash-steps.ts. */
export const FlashStep = z.object({
	code: z.enum(Object.keys(FLASH_STEPS) as [FlashStepCode, ...FlashStepCode[]]),
	/** what differs between boards, where the sentence names it: "3V3, RX, TX, GND" */
	what: z.string().optional(),
});
export type FlashStep = z.infer<typeof FlashStep>;

/** A pad on the edge of a drawn board: a GPIO number, or the label printed beside any other pad. */
const Pad = z.union([z.number().int(), z.string()]);

export const BoardDrawing = z.object({
	/** pads from top to bottom, seen from the component side with the antenna at the top */
	left: z.array(Pad),
	right: z.array(Pad),
	/** what is drawn between the pads, and below them */
	body: z.enum(['module', 'chip', 'relays', 'mains', 'plug-in', 'none']),
	/** printed on the module or chip */
	mark: z.string(),
	/** the D1 mini's step beside its reset button */
	notch: z.literal(true).optional(),
	/** how many relays are on it */
	relays: z.number().int().optional(),
});
export type BoardDrawing = z.infer<typeof BoardDrawing>;

export const Board = z.object({
	id: z.string(),
	name: z.string(),
	/** what else it is sold as, or printed on it */
	otherNames: z.array(z.string()),
	family: BoardFamily,
	chip: z.string(),
	/** true: the hub can play it */
	virtual: z.boolean(),
	wifi: z.boolean(),
	pins: z.array(Pin),
	/** gpio numbers in the order relays are best put on them */
	relayPins: z.array(z.number().int()),
	sensors: z.array(SensorType),
	relayKind: RelayKind,
	/** null for a board that has no flash */
	flash: z
		.object({
			sizeBytes: z.number().int(),
			/** where the config file lies, bytes from the start */
			configOffset: z.number().int(),
		})
		.nullable(),
	/** where its pin-out stands */
	source: z.string(),
	/** the light that blinks when the board is looked for; null: it has none that the firmware can blink */
	light: z.object({ gpio: z.number().int(), activeLow: z.boolean() }).nullable(),
	/** how to open and flash it, in order */
	flashing: z.array(FlashStep),
	drawing: BoardDrawing,
	/** proposals of the wizard */
	defaults: z.object({
		relays: z.array(z.object({ gpio: z.number().int(), activeLow: z.boolean() })),
		/** the board's own buttons; `relay` counts the relays above from 1 */
		inputs: z.array(InputPlan.omit({ id: true })),
	}),
});
export type Board = z.infer<typeof Board>;

/** GET /boards */
export const Boards = z.object({ boards: z.array(Board) });
export type Boards = z.infer<typeof Boards>;
