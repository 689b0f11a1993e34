import { Invitation, Session, User } from './accounts/entities.ts';
import { StoredHome } from './accounts/home/entity.ts';
import { StoredPreferences } from './accounts/preferences/entity.ts';
import { RecoveryCode, SecondFactor } from './accounts/second-factor/entities.ts';
import { ApiToken } from './accounts/tokens/entity.ts';
import { AuditRow } from './history/entities.ts';
import { Registration } from './claims/entities.ts';
import { Device, DeviceKey, DeviceLive } from './devices/entities.ts';
import { LegacyBoard } from './devices/legacy/state.ts';
import { Scene } from './scenes/entities.ts';
import { Setting } from './settings/stored-value.ts';
import { UpdateJob } from './updates/entities.ts';
import { StoredNetwork } from './wifi/entity.ts';

export { migrations } from './store/migrations.ts';

/** All entities. `schema.test.ts` compares them with the tables that the migrations create. */
export const entities = [
	User,
	Session,
	Invitation,
	SecondFactor,
	RecoveryCode,
	ApiToken,
	StoredHome,
	StoredPreferences,
	Registration,
	Device,
	DeviceKey,
	DeviceLive,
	AuditRow,
	LegacyBoard,
	Scene,
	Setting,
	UpdateJob,
	StoredNetwork,
];
