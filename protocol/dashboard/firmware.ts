/** Firmware that a hub has ready for boards: where it is from, and the packs that an owner has uploaded. */
import { z } from 'zod';
import { FaultView } from './errors.ts';
import { LIMITS } from './limits.ts';
import { at } from './shapes.ts';

const boardVersion = z.object({
	/** id in the catalogue */
	board: z.string(),
	boardName: z.string(),
	/** of the firmware */
	version: z.string(),
});

/** A firmware pack that is on the hub. */
export const PackView = z.object({
	id: z.string(),
	/** of the Mooring that it comes from */
	version: z.string(),
	installedAt: at,
	/** on the disk */
	bytes: z.number().int(),
	boards: z.array(boardVersion),
	/** boards for which the hub offers an image of this pack */
	offered: z.number().int(),
	/** devices whose boards reported this pack's firmware last */
	running: z.number().int(),
});
export type PackView = z.infer<typeof PackView>;

/** GET /firmware */
export const FirmwareView = z.object({
	/** boards of the catalogue, in its order */
	boards: z.array(
		z.object({
			board: z.string(),
			boardName: z.string(),
			/** what the hub offers; null: nothing is ready */
			ready: z
				.object({
					version: z.string(),
					/** `folder`: put into images/ in the data folder; `hub`: came with the hub, as with its Docker image */
					from: z.enum(['folder', 'pack', 'hub']),
					/** newer firmware in a pack or of the hub, which that in the folder hides */
					hidden: z.string().nullable(),
				})
				.nullable(),
			/** why an image that is there cannot be used */
			faulty: FaultView.nullable(),
		}),
	),
	/** newest first */
	packs: z.array(PackView),
	/** the file name of the pack of the hub's own release */
	release: z.string(),
});
export type FirmwareView = z.infer<typeof FirmwareView>;

/** POST /firmware/packs → 201 PackBegun: room for a file, which is then sent by PUT /firmware/packs/:id/file */
export const PackBegin = z.object({
	bytes: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});
export type PackBegin = z.infer<typeof PackBegin>;
export const PackBegun = z.object({ id: z.string().max(LIMITS.handleLength) });
export type PackBegun = z.infer<typeof PackBegun>;

/** PUT /firmware/packs/:id/file → what became of it, once it is checked and in place */
export const PackInstalled = z.object({
	version: z.string(),
	installed: z.array(boardVersion),
	/** boards of the pack that are not in this hub's catalogue: their names in the pack */
	unknown: z.array(z.string()),
	/** boards whose image this hub cannot use */
	refused: z.array(FaultView.extend({ board: z.string() })),
	/** the hub has newer firmware for all of these boards, which it goes on offering */
	older: z.boolean(),
});
export type PackInstalled = z.infer<typeof PackInstalled>;

/** GET /firmware/packs/:id/progress */
export const PackProgress = z.object({
	/** `over`: it has ended, however, or there was none */
	stage: z.enum(['waiting', 'uploading', 'checking', 'placing', 'over']),
	/** bytes of the present stage; while it is checked, those that are unpacked */
	done: z.number().int(),
	of: z.number().int(),
});
export type PackProgress = z.infer<typeof PackProgress>;
