import type { Namespace } from 'socket.io';
import type { BrowserToHub, HubToBrowser } from '../../../protocol/dashboard/live.ts';
import type { DashboardSocket, SocketData } from './dashboard-socket.ts';

/** The room of all who follow the household and are told each event by itself. Sessions that are locked to a wall panel are not in it. */
export const FOLLOWERS = 'followers';
/** The room of those of them that take several events together. */
export const TOGETHER = 'together';
/** The room of those whose session is locked to a wall panel: they are told less. */
export const WALLS = 'walls';

const ROOMS = [FOLLOWERS, TOGETHER, WALLS];

export function isFollowing({ rooms }: DashboardSocket): boolean {
	return ROOMS.some((room) => rooms.has(room));
}

/** Puts a dashboard that follows the household into its room, and out of the others. */
export function enterRoom(socket: DashboardSocket, wallLocked: boolean): void {
	const own = wallLocked ? WALLS : socket.data.together ? TOGETHER : FOLLOWERS;
	for (const room of ROOMS) void (room === own ? socket.join(room) : socket.leave(room));
}

/** The dashboards in these rooms. */
export function socketsIn(
	{ adapter, sockets }: Namespace<BrowserToHub, HubToBrowser, Record<string, never>, SocketData>,
	rooms: readonly string[],
): DashboardSocket[] {
	return rooms.flatMap((room) => [...(adapter.rooms.get(room) ?? [])].flatMap((id) => sockets.get(id) ?? []));
}
