import { pino } from 'pino';
import { Server } from 'socket.io';
import { expect, it, vi } from 'vitest';
import { inLaterTurn } from '../../../hub/base/clock.ts';
import { ManualClock } from '../../../hub/base/manual-clock.ts';
import { DashboardDoor, type DashboardDoorDeps } from '../../../hub/doors/dashboard-door.ts';
import type { DoorApp } from '../../../hub/doors/server/guarded-app.ts';
import type { Who } from '../../../hub/doors/server/session/who-is.ts';

const ANNA = { id: 'anna', name: 'Anna', role: 'owner' as const };

it('sessions are looked up once more, not once per request, if nobody can tell whether some have ended', async () => {
	const clock = new ManualClock();
	const lookUps: (() => void)[] = [];
	const deps: Partial<DashboardDoorDeps> = {
		clock,
		log: pino({ level: 'silent' }),
		sessionsEndedElsewhere: () => true, // its file cannot be read
		whoIs: () => new Promise((resolve) => lookUps.push(() => resolve({ user: ANNA } as Who))),
	};
	vi.spyOn(Server.prototype, 'attachApp').mockReturnValue(undefined as never);
	new DashboardDoor({} as DoorApp, deps as DashboardDoorDeps);
	const sockets = new Map([['anna', { data: { cookie: '', user: ANNA, changed: 0 } }]]);
	vi.spyOn(Server.prototype, 'of').mockReturnValue({ sockets } as unknown as ReturnType<Server['of']>);
	const turns = async () => {
		for (let turn = 0; turn < 5; turn++) await new Promise<void>(inLaterTurn);
	};
	for (let second = 0; second < 30; second++) {
		clock.advance(1_000);
		await turns();
	}
	expect(lookUps).toHaveLength(1); // it takes long
	for (let round = 0; round < 30; round++) {
		lookUps.splice(0).forEach((answer) => void answer());
		await turns();
		if (lookUps.length > 0) expect(round).toBeLessThan(1);
	}
});
