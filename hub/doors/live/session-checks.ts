import type { UserView } from '../../../protocol/dashboard/accounts.ts';
import { personActor } from '../../base/actor.ts';
import type { Known } from '../dashboard-entrance.ts';
import type { DoorLog } from '../server/rare-log.ts';
import { safeError } from '../server/safe-error.ts';
import type { Who } from '../server/session/who-is.ts';
import { type DashboardSocket, signOutSocket } from './dashboard-socket.ts';

export interface SessionChecksDeps {
	log: DoorLog;
	whoIs: (cookieHeader: string | undefined) => Promise<Who | undefined>;
	/** whether another process has ended sessions since the last call; must be cheap, it is called with every command */
	sessionsEndedElsewhere: () => boolean;
}

/** Keeps what open dashboards may do up to date with their sessions and their people's rights. */
export class SessionChecks {
	#deps: SessionChecksDeps;
	#sockets: () => DashboardSocket[];
	/** how often sessions ended or people changed; a socket that was looked up before the last time is looked up again */
	#endings = 0;
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
		return data.endings === this.#endings;
	}

	/** Looks the session up; if it has ended, or its person has another role, the dashboard goes to the sign-in page. */
	async isSignedIn(socket: DashboardSocket): Promise<boolean> {
		const { data } = socket;
		const { cookie } = data;
		const who = await this.lookUp(cookie);
		// Its session was renewed, or its person changed, meanwhile.
		if (cookie !== data.cookie || (who && who.endings < data.changed)) return this.isSignedIn(socket);
		if (who?.user.role !== data.user.role) {
			setImmediate(() => signOutSocket(socket)); // after its command is answered
			return false;
		}
		Object.assign(data, who);
		data.stream?.renew(who);
		return true;
	}

	endSession(sessionId: string): void {
		this.#endings++; // also makes a socket that is just connecting look its session up again
		for (const socket of this.#sockets()) if (socket.data.sessionId === sessionId) signOutSocket(socket);
	}

	/** A session has another id and cookie: its open dashboards go on with these. */
	renewSession(before: string, sessionId: string, cookie: string): void {
		for (const { data } of this.#sockets()) if (data.sessionId === before) Object.assign(data, { sessionId, cookie });
	}

	/** A person has another name, role or access. A guest's dashboard is told nothing more until their rights are read. */
	onPersonChanged(user: UserView): void {
		const changed = ++this.#endings;
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
		this.#endings++;
		setImmediate(() => this.checkAll()); // a command under way is answered before
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

	async #check(socket: DashboardSocket): Promise<void> {
		await this.isSignedIn(socket).catch((error: unknown) =>
			this.#deps.log.error({ err: safeError(error) }, 'a session could not be looked up; retrying within a minute'),
		);
	}
}
