import type { HttpRequest, HttpResponse } from 'uWebSockets.js';
import { networkOf } from '../../../accounts/limits/network-of.ts';
import { type Clock, inLaterTurn } from '../../../base/clock.ts';
import { type Line, openLine } from '../line.ts';
import { LOOPBACK, forwardedFor } from '../origin/client-address.ts';
import type { KnownNetworks } from './known-networks.ts';
import { refuse } from '../refuse.ts';
import { keepRequest } from './kept-request.ts';

export interface Allowance {
	/** what may be requested at once after a pause, bytes */
	burst: number;
	/** what is added again per second, bytes */
	perSecond: number;
	/** minimum cost of a request, charged before it is read, bytes */
	least: number;
}

/** One network without a session. A first load of the dashboard is 200 KB, uncompressed 700 KB. */
export const STRANGERS: Allowance = { burst: 8_388_608, perSecond: 4_194_304, least: 8_192 };
/** One signed-in browser, even if others share its address. */
export const SIGNED_IN: Allowance = { burst: 16_777_216, perSecond: 8_388_608, least: 2_048 };
/**
 * Requests handled in one turn of the event loop. A browser has a few connections with one request each; a thousand in one
 * packet would delay everybody else. A request beyond a limit closes its connection without an answer.
 */
export const IN_A_TURN = {
	/** of one network or session */
	ofOne: 32,
	/** of all strangers; a GET beyond it waits for a later turn */
	ofStrangers: 16,
	/** of one network, requests with a body that are handled even beyond `ofStrangers` */
	guaranteed: 2,
	/** the same, of all networks together */
	guaranteedInAll: 256,
	/** board upgrades of one network: all boards of a house may reconnect at once behind one router */
	boardsOfOne: 128,
	/** board upgrades of all networks but the hub's own machine */
	boardsInAll: 192,
};
/** Limits of the queue for a later turn: in total, and of one network. Each may have MAX_HEADERS_BYTES of headers, most have 1 KB. */
export const WAITING = { inAll: 1_024, ofOne: 16, bytes: 2_097_152 };
/** Networks and sessions that are remembered. */
const ACCOUNTS_MAX = 4_096;
/** A request beyond the allowance gets 429 after this delay, ms; a connection has one request at a time. */
export const REFUSED_AFTER_MS = 1_000;
const TOO_MUCH = 'Too much was asked from this address. Try again in a moment.';

interface Account {
	allowance: Allowance;
	left: number;
	/** when `left` was computed last, monotonic ms */
	at: number;
	/** the turn of the event loop of its last request, and how many it made in that turn */
	turn: number;
	inTurn: number;
	/** requests of it that wait for a later turn */
	waiting: number;
	isStranger: boolean;
	/** what its bodies that have not come to their end hold of memory, bytes */
	held: number;
}

/** Who sends a request, as far as its body is concerned. */
export type Sender = Pick<Account, 'isStranger' | 'held'>;

interface Waiting {
	res: HttpResponse;
	line: Line;
	account: Account;
	bytes: number;
	handle: () => void;
}

export interface RequestAllowanceOptions {
	clock: Clock;
	addressOf: (remote: ArrayBuffer, forwardedFor: string) => string;
	/** the id of the session that this Cookie header names, if there is one */
	sessionOf: (cookieHeader: string) => string | undefined;
	/** told of networks that a session is known from */
	known?: Pick<KnownNetworks, 'add'>;
	/** networks and sessions that are remembered */
	accounts?: number;
	strangers?: Allowance;
	inATurn?: typeof IN_A_TURN;
}

const accountOf = new WeakMap<HttpResponse, Account>();

/** Who sends this request; undefined for the hub's own machine without a session. */
export function senderOf(res: HttpResponse): Sender | undefined {
	return accountOf.get(res);
}

/**
 * Charges bytes that this request sent or is answered. The next request of its account waits until they are paid off.
 */
export function charge(res: HttpResponse, bytes: number): void {
	const account = accountOf.get(res);
	if (account) account.left -= bytes;
}

/**
 * Limits the requests of each network and of each signed-in browser: answering a hundred connections as fast as they
 * ask would delay everybody else's commands. The hub's own machine is exempt, because a proxy there sends everybody's
 * requests.
 */
export class RequestAllowance {
	#options: RequestAllowanceOptions;
	/** networks and sessions with recent requests, the latest last */
	#accounts = new Map<string, Account>();
	#turn = 0;
	#inTurn = false;
	#strangersInTurn = 0;
	#guaranteedInTurn = 0;
	#waiting: Waiting[] = [];
	#waitingBytes = 0;
	#willHandle = false;
	#boardsInTurn = new Map<string, number>();
	#strangeBoardsInTurn = 0;

	constructor(options: RequestAllowanceOptions) {
		this.#options = options;
	}

	/**
	 * Whether the caller handles this request now. If not, it is handled in a later turn by `later`, answered 429
	 * after a while, or its connection is closed; the caller must not answer it.
	 */
	admit(res: HttpResponse, req: HttpRequest, later?: (req: HttpRequest) => void): boolean {
		const { addressOf, sessionOf, strangers = STRANGERS } = this.#options;
		const address = addressOf(res.getRemoteAddressAsText(), forwardedFor(req));
		const cookie = req.getHeader('cookie');
		const session = cookie === '' ? undefined : sessionOf(cookie);
		if (LOOPBACK.has(address)) {
			if (session !== undefined) accountOf.set(res, this.#account(session, SIGNED_IN)); // for its bodies' share
			return true;
		}
		if (session !== undefined) this.#options.known?.add(address);
		const account =
			session === undefined ? this.#account(networkOf(address), strangers, true) : this.#account(session, SIGNED_IN);
		if (account.left <= 0) {
			this.#refuseLater(res);
			return false;
		}
		const turn = this.#turnOf(account, session === undefined, later !== undefined);
		if (turn === 'never') {
			res.close();
			return false;
		}
		// A request that costs more than what is left is accepted and paid off before the next one, so that large ones are
		// possible.
		account.left -= account.allowance.least;
		accountOf.set(res, account);
		if (turn === 'now') return true;
		this.#keepWaiting(res, req, account, later!);
		return false;
	}

	/** The same for the upgrade of a board; here only the number per turn is limited. */
	admitBoard(res: HttpResponse, req: HttpRequest): boolean {
		this.#beginTurn();
		const { boardsOfOne, boardsInAll } = this.#options.inATurn ?? IN_A_TURN;
		const address = this.#options.addressOf(res.getRemoteAddressAsText(), forwardedFor(req));
		const network = networkOf(address);
		const count = (this.#boardsInTurn.get(network) ?? 0) + 1;
		this.#boardsInTurn.set(network, count);
		const isOwn = LOOPBACK.has(address);
		if (count <= boardsOfOne && (isOwn || ++this.#strangeBoardsInTurn <= boardsInAll)) return true;
		res.close();
		return false;
	}

	#beginTurn(): void {
		if (this.#inTurn) return;
		this.#inTurn = true;
		// eslint-disable-next-line no-restricted-globals -- it closes nothing
		setImmediate(() => {
			this.#inTurn = false;
			this.#turn++;
			this.#strangersInTurn = this.#guaranteedInTurn = this.#strangeBoardsInTurn = 0;
			this.#boardsInTurn.clear();
			this.#handleWaitingLater();
		});
	}

	#turnOf(account: Account, isStranger: boolean, canWait: boolean): 'now' | 'later' | 'never' {
		this.#beginTurn();
		const { guaranteed, guaranteedInAll, ofOne, ofStrangers } = this.#options.inATurn ?? IN_A_TURN;
		if (account.turn !== this.#turn) Object.assign(account, { turn: this.#turn, inTurn: 0 });
		if (++account.inTurn > ofOne) return 'never';
		if (!isStranger) return 'now';
		// Requests that wait already go first.
		if (this.#waiting.length === 0 && ++this.#strangersInTurn <= ofStrangers) return 'now';
		if (canWait) return this.#hasRoom(account) ? 'later' : 'never';
		return account.inTurn <= guaranteed && ++this.#guaranteedInTurn <= guaranteedInAll ? 'now' : 'never';
	}

	#hasRoom({ waiting }: Account): boolean {
		return waiting < WAITING.ofOne && this.#waiting.length < WAITING.inAll && this.#waitingBytes < WAITING.bytes;
	}

	#keepWaiting(res: HttpResponse, req: HttpRequest, account: Account, later: (req: HttpRequest) => void): void {
		const { kept, bytes } = keepRequest(req);
		this.#waiting.push({ res, line: openLine(res), account, bytes, handle: () => later(kept) });
		this.#waitingBytes += bytes;
		account.waiting++;
	}

	#handleWaitingLater(): void {
		if (this.#waiting.length === 0 || this.#willHandle) return;
		this.#willHandle = true;
		inLaterTurn(() => this.#handleWaiting());
	}

	#handleWaiting(): void {
		this.#willHandle = false;
		this.#beginTurn(); // these requests count in the turn that begins now
		const { ofStrangers } = this.#options.inATurn ?? IN_A_TURN;
		for (const { res, line, account, bytes, handle } of this.#waiting.splice(0, ofStrangers)) {
			this.#waitingBytes -= bytes;
			account.waiting--;
			this.#strangersInTurn++;
			if (!line.aborted) res.cork(handle);
		}
	}

	#refuseLater(res: HttpResponse): void {
		const line = openLine(res);
		this.#options.clock.after(REFUSED_AFTER_MS, () => {
			if (!line.aborted) refuse(res, 429, TOO_MUCH, [['retry-after', '1']]);
		});
	}

	#account(key: string, allowance: Allowance, isStranger = false): Account {
		const now = this.#options.clock.mono();
		const known = this.#accounts.get(key);
		this.#accounts.delete(key);
		// The account with the oldest request is evicted: it has regained most of its allowance anyway.
		if (this.#accounts.size >= (this.#options.accounts ?? ACCOUNTS_MAX))
			this.#accounts.delete(this.#accounts.keys().next().value!);
		const account = known ?? {
			allowance,
			isStranger,
			left: allowance.burst,
			at: now,
			turn: -1,
			inTurn: 0,
			waiting: 0,
			held: 0,
		};
		account.left = Math.min(allowance.burst, account.left + ((now - account.at) / 1_000) * allowance.perSecond);
		account.at = now;
		this.#accounts.set(key, account);
		return account;
	}
}
