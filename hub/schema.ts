import { User, Session } from './accounts/entities.ts';
import { accountsSchema } from './accounts/schema.sql.ts';
import { AuditRow } from './history/entities.ts';
import { auditSchema } from './history/schema.sql.ts';
import { Registration } from './claims/entities.ts';
import { claimsFirmwareSchema, claimsSchema } from './claims/schema.sql.ts';
import { Device, DeviceKey, DeviceLive } from './devices/entities.ts';
import { LegacyBoard } from './devices/legacy/entity.ts';
import { legacySchema } from './devices/legacy/legacy.sql.ts';
import { presenceHistorySchema } from './devices/presence/presence-history.sql.ts';
import { samplesSchema } from './devices/readings/samples.sql.ts';
import { devicesLifeSchema, devicesSchema } from './devices/schema.sql.ts';
import { Scene } from './scenes/entities.ts';
import { scenesSchema } from './scenes/schema.sql.ts';
import { Setting } from './settings/entities.ts';
import { settingsSchema } from './settings/schema.sql.ts';
import type { Migration } from './store/migrate.ts';
import { UpdateJob } from './updates/entities.ts';
import { updatesRestartSchema, updatesSchema } from './updates/schema.sql.ts';

/** Every table of the hub, by its owner's entity. */
export const entities = [
	User,
	Session,
	Registration,
	Device,
	DeviceKey,
	DeviceLive,
	AuditRow,
	LegacyBoard,
	Scene,
	Setting,
	UpdateJob,
];

/** The steps of the schema, oldest first. One that has been released is never changed: add another. */
export const migrations: readonly Migration[] = [
	[...accountsSchema, ...devicesSchema, ...claimsSchema],
	[
		...devicesLifeSchema,
		...legacySchema,
		...samplesSchema,
		...presenceHistorySchema,
		...claimsFirmwareSchema,
		...auditSchema,
		...scenesSchema,
		...settingsSchema,
		...updatesSchema,
	],
	[...updatesRestartSchema],
];
