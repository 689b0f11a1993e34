import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { sessionId } from '../../accounts/sessions.ts';
import { personActor } from '../../base/actor.ts';
import { type Clock, inLaterTurn } from '../../base/clock.ts';
import type { Known } from '../dashboard-entrance.ts';
import type { DoorLog } from '../server/rare-log.ts';
import { safeError } from '../server/safe-error.ts';
import { tokenIn } from '../server/session/session-cookie.ts';
import type { Who } from '../server/session/who-is.ts';
import { type DashboardSocket, signOutSocket } from './dashboard-socket.ts';

/** Sessions and people whose last change is remembered one by one; if there are more, everybody is looked up again. */
const CHANGES_REMEMBERED = 256;
/** By then a browser whose session was renewed has its new cookie. */
const RENEWED_MS = 10_000;

export interface SessionChecksDeps {
	clock: Clock;
	log: DoorLog;
	whoIs: (cookieHeader: string | undefined) => Promise<Who | undefined>;
	/** whether another process has ended sessions since the last call; must be cheap, it is called with every command */
	sessionsEndedElsewhere: () => boolean;
}

/** Keeps what open dashboards may do up to date with their sessions and their people's rights. */
export class SessionChecks {
	#deps: SessionChecksDeps;
	#sockets: () => DashboardSocket[];
	/** how often sessions ended or people changed */
	#endings = 0;
	/**
	 * The number of the last of these that concerned everybody, and of each session's and person's own, by id. A socket
	 * that was looked up before its last is looked up again; others need not wait for the database.
	 */
	#endedForAll = 0;
	#endedFor = new Map<string, number>();
	/** sessions that go on under another id, and when they were renewed (monotonic) */
	#renewed = new Map<string, number>();
	#checking = Promise.resolve();
	#checkWaits = false; // for the round under way

	constructor(deps: SessionChecksDeps, sockets: () => DashboardSocket[]) {
		this.#deps = deps;
		this.#sockets = sockets;
	}

	async lookUp(cookie: string | undefined): Promise<Known | undefined> {
		const endings = this.#endings;
		const who = await this.#deps.whoIs(cookie);
		return who && { ...who, endings };
	}

	/** Whether a command of this socket may be run at once. If not, ask `isSignedIn` first. */
	isKnown({ data }: DashboardSocket): boolean {
		this.checkEndedElsewhere();
		const { endings, sessionId, user } = data;
		const isAfterLast = (id: string) => endings >= (this.#endedFor.get(id) ?? 0);
		return endings >= this.#endedForAll && isAfterLast(sessionId) && isAfterLast(user.id);
	}

	/** Whether this is the former cookie of a session that was renewed a moment ago: its browser is getting the new one. */
	isRenewed(cookie: string | undefined): boolean {
		const token = tokenIn(cookie);
		const at = token === undefined ? undefined : this.#renewed.get(sessionId(token));
		return at !== undefined && this.#deps.clock.mono() - at < RENEWED_MS;
	}

	/** Looks the session up; if it has ended, or its person has another role, the dashboard goes to the sign-in page. */
	async isSignedIn(socket: DashboardSocket): Promise<boolean> {
		const { data } = socket;
		const who = await this.lookUp(data.cookie);
		if (who && who.endings < data.changed) return this.isSignedIn(socket); // its person or its wall lock changed meanwhile
		if (who?.user.role !== data.user.role) {
			// After its command is answered.
			inLaterTurn(() => (this.isRenewed(data.cookie) ? socket.conn.close() : signOutSocket(socket)));
			return false;
		}
		Object.assign(data, who);
		data.stream?.renew(who);
		return true;
	}

	endSession(sessionId: string): void {
		this.#noteChange(sessionId); // also makes a socket that is just connecting look its session up again
		for (const socket of this.#sockets()) if (socket.data.sessionId === sessionId) signOutSocket(socket);
	}

	/**
	 * A session has another id and cookie. Its connections are closed once the browser was answered, since any of them
	 * may be of somebody who copied the old cookie; a browser that has the new one comes back by itself.
	 */
	renewSession(before: string): void {
		const now = this.#deps.clock.mono();
		for (const [id, at] of this.#renewed) if (now - at >= RENEWED_MS) this.#renewed.delete(id);
		this.#renewed.set(before, now);
		this.#noteChange(before);
		inLaterTurn(() => {
			for (const socket of this.#sockets()) if (socket.data.sessionId === before) socket.conn.close();
		});
	}

	/** A session was locked to its wall panel, or unlocked: all its open dashboards, which are returned, are told. */
	onWallLocked(session: string, locked: boolean): DashboardSocket[] {
		const changed = this.#noteChange(session);
		const own = this.#sockets().filter(({ data }) => data.sessionId === session);
		for (const socket of own) {
			Object.assign(socket.data, { wallLocked: locked, changed });
			socket.emit('wall-locked', locked);
		}
		return own;
	}

	/** A person has another name, role or access. A guest's dashboard is told nothing more until their rights are read. */
	onPersonChanged(user: UserView): void {
		const changed = this.#noteChange(user.id);
		for (const socket of this.#sockets()) {
			const { data } = socket;
			if (data.user.id !== user.id) continue;
			if (data.user.role !== user.role) {
				signOutSocket(socket); // a new role ends the sessions
				continue;
			}
			data.stream?.pause();
			Object.assign(data, { user, actor: personActor(user), changed });
			void this.#check(socket);
		}
	}

	/** Checks the sessions of all dashboards: the change is reported only once, and an idle one sends no command. */
	checkEndedElsewhere(): void {
		if (!this.#deps.sessionsEndedElsewhere()) return;
		this.#endedForAll = ++this.#endings;
		inLaterTurn(() => this.checkAll()); // a command under way is answered before
	}

	/** One round at a time; however often one is requested meanwhile, one more follows it. */
	checkAll(): void {
		if (this.#checkWaits) return;
		this.#checkWaits = true;
		this.#checking = this.#checking.then(async () => {
			this.#checkWaits = false;
			for (const socket of this.#sockets()) await this.#check(socket);
		});
	}

	/** Something ended or changed for this session or person. */
	#noteChange(id: string): number {
		const number = ++this.#endings;
		if (this.#endedFor.size >= CHANGES_REMEMBERED) {
			this.#endedFor.clear();
			this.#endedForAll = number;
		}
		this.#endedFor.set(id, number);
		return number;
	}

	async #check(socket: DashboardSocket): Promise<void> {
		await this.isSignedIn(socket).catch((error: unknown) =>
			this.#deps.log.error({ err: safeError(error) }, 'a session could not be looked up; retrying within a minute'),
		);
	}
}
