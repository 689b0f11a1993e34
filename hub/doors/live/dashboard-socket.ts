import type { Socket } from 'socket.io';
import type { BrowserToHub, HubToBrowser } from '../../../protocol/dashboard/live.ts';
import type { Known } from '../dashboard-entrance.ts';
import type { GuestStream } from '../guests/guest-stream.ts';
import type { SocketWindow } from '../server/limits/socket-window.ts';

/** What the hub remembers of one open dashboard. */
export interface SocketData extends Known {
	visible: boolean;
	/** takes several events of the household in one message */
	together: boolean;
	cookie: string | undefined;
	/** counts its commands, except those that switch relays */
	asks: SocketWindow;
	/** the number of endings when its person or its wall lock was changed last: what was looked up before that is out of date */
	changed: number;
	/** of a guest who follows */
	stream?: GuestStream;
}

export type DashboardSocket = Socket<BrowserToHub, HubToBrowser, Record<string, never>, SocketData>;

/** Its person is signed out: the dashboard goes to the sign-in page. */
export function signOutSocket(socket: DashboardSocket): void {
	socket.emit('signed-out');
	socket.disconnect(true);
}
