import { type InferEntity, defineEntity } from '@mikro-orm/core';

/** A device that waits for its update, or is being updated. */
export const UpdateJob = defineEntity({
	name: 'UpdateJob',
	tableName: 'update_job',
	properties: (p) => ({
		deviceId: p.text().primary(),
		/** in the queue, from 0 */
		place: p.integer(),
		/** name of the person who asked for it */
		by: p.text(),
		evenIfOn: p.boolean(),
		/** its board has received the whole image and is not back yet */
		restarting: p.boolean(),
	}),
});
export type UpdateJob = InferEntity<typeof UpdateJob>;
