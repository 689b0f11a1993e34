/**
 * What a page needs to flash a board: the hub's firmware images, and the parts that one pending device's flash gets.
 */
import { z } from 'zod';
import { FlashStep } from './boards.ts';
import { FaultView } from './errors.ts';
import { saying } from './faults.ts';

/** One part of what is flashed: bytes for one place of the flash. */
export const FlashPart = z.object({
	/** the name it is downloaded under, and the one in the esptool command */
	name: z.string(),
	/** path on the hub */
	url: z.string(),
	/** bytes from the start of the flash, a multiple of its sector of 4,096 */
	offset: z.number().int().min(0),
	/** bytes */
	size: z.number().int().min(1),
	/** hex; null for the config file, which is made when it is asked for */
	sha256: z.string().nullable(),
});
export type FlashPart = z.infer<typeof FlashPart>;

/** One image the hub has, of the firmware of one board. */
export const ImageView = z.object({
	board: z.string(),
	boardName: z.string(),
	/** of the firmware in it */
	version: z.string(),
	chip: z.string(),
	flashSizeBytes: z.number().int(),
	parts: z.array(FlashPart),
});
export type ImageView = z.infer<typeof ImageView>;

/** GET /images; `faulty` are folders that are there but cannot be used, each with the reason */
export const ImageList = z.object({
	images: z.array(ImageView),
	faulty: z.array(FaultView.extend({ board: z.string() })),
});
export type ImageList = z.infer<typeof ImageList>;

/** PUT /pending/:id/mac → 204: the MAC of its board, read over USB, which makes its code ESP_ + MAC */
export const MacBody = z.object({ mac: z.string().regex(/^[0-9A-F]{12}$/, saying('no-mac')) });
export type MacBody = z.infer<typeof MacBody>;

/**
 * GET /pending/:id/flash: the ways to flash a board for this pending device. What cannot be offered is null, and the
 * reason stands beside it.
 */
export const FlashPlan = z.object({
	board: z.string(),
	boardName: z.string(),
	chip: z.string(),
	/** whether it has a light of its own that blinks */
	light: z.boolean(),
	/** how to open the board and connect it, in order */
	steps: z.array(FlashStep),
	/** the parts of the image, then the config file, which holds the registration key and the Wi-Fi password */
	image: z
		.object({
			version: z.string(),
			parts: z.array(FlashPart),
			/** for a shell in the folder that holds all parts; esptool 5 or newer */
			command: z.string(),
		})
		.nullable(),
	/** why, and its sentence alone, as it was before faults had codes */
	noImage: FaultView.nullable(),
	whyNoImage: z.string().nullable(),
	/** a PlatformIO project that builds as it is */
	project: z.object({ name: z.string(), url: z.string() }).nullable(),
	noProject: FaultView.nullable(),
	whyNoProject: z.string().nullable(),
});
export type FlashPlan = z.infer<typeof FlashPlan>;
