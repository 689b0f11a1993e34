import type { Namespace } from 'socket.io';
import type { BrowserToHub, HubToBrowser } from '../../../protocol/dashboard/live.ts';
import type { DashboardSocket, SocketData } from './dashboard-socket.ts';

/** The room of all who follow the household, except sessions that are locked to a wall panel. */
export const FOLLOWERS = 'followers';
/** The room of those: they are told less. */
export const WALLS = 'walls';

/** Puts a dashboard that follows the household into its room, and out of the other one. */
export function enterRoom(socket: DashboardSocket, wallLocked: boolean): void {
	void socket.leave(wallLocked ? FOLLOWERS : WALLS);
	void socket.join(wallLocked ? WALLS : FOLLOWERS);
}

/** The dashboards in these rooms. */
export function socketsIn(
	{ adapter, sockets }: Namespace<BrowserToHub, HubToBrowser, Record<string, never>, SocketData>,
	rooms: readonly string[],
): DashboardSocket[] {
	return rooms.flatMap((room) => [...(adapter.rooms.get(room) ?? [])].flatMap((id) => sockets.get(id) ?? []));
}
