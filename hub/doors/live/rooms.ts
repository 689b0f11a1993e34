import type { Namespace } from 'socket.io';
import type { BrowserToHub, HubToBrowser } from '../../../protocol/dashboard/live.ts';
import type { DashboardSocket, SocketData } from './dashboard-socket.ts';

/** The room of those who follow the household and take each event by itself. Sessions locked to a wall panel have their own room. */
export const FOLLOWERS = 'followers';
/** The room of those who take several events together. */
export const TOGETHER = 'together';
/** The room of those whose session is locked to a wall panel: they are told less, each as they have asked for. */
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
