import type { EventEmitter } from 'node:events';
import Bonjour from 'bonjour-service';

/** What the multicast socket needs to know; nothing, but in tests. */
export interface MulticastOptions {
	/** address of the one network interface to use */
	interface?: string;
	/** UDP port, 5353 by default */
	port?: number;
	/** address to bind the socket to */
	bind?: string;
}

/** A hub as others on the network see it. */
export interface Seen {
	name: string;
	/** the hub's id, undefined for what is no hub */
	id: string | undefined;
}

/** The library keeps its socket private, yet nothing else tells of a port that is denied: both kinds of failure come here. */
interface Inner {
	server: { mdns: EventEmitter };
}

/**
 * One multicast socket with what it publishes and sees. The library's own check for a taken name only prints a stack
 * trace, so that it is switched off and the caller looks first.
 */
export class Responder {
	#bonjour: Bonjour;
	#published = false;
	#browsers: ReturnType<Bonjour['find']>[];

	constructor(options: MulticastOptions, onFailure: (error: Error) => void) {
		this.#bonjour = new Bonjour(options as object, onFailure);
		const { mdns } = (this.#bonjour as unknown as Inner).server;
		mdns.on('error', onFailure).on('warning', onFailure);
		this.#browsers = ['mooring', 'http'].map((type) => this.#bonjour.find({ type }));
	}

	/** Asks the network again who is there. */
	ask(): void {
		for (const browser of this.#browsers) browser.update();
	}

	/** Everybody who answered so far, ourselves too. */
	seen(): Seen[] {
		return this.#browsers.flatMap((browser) =>
			browser.services.map(({ name, txt }) => ({ name, id: (txt as { id?: string } | undefined)?.id })),
		);
	}

	/** Calls when another hub answers under a name that was somebody's already. */
	onClash(call: (seen: Seen) => void): void {
		for (const browser of this.#browsers)
			browser.on('txt-update', ({ name, txt }) => call({ name, id: (txt as { id?: string } | undefined)?.id }));
	}

	publish(name: string, port: number, hubId: string): void {
		this.#published = true;
		// Its own host name: the operating system's responder answers for the machine's.
		const common = { name, port, host: `mooring-${hubId.slice(0, 8)}.local`, probe: false };
		this.#bonjour.publish({ ...common, type: 'mooring', txt: { id: hubId, v: '2', path: '/device' } });
		this.#bonjour.publish({ ...common, type: 'http', txt: { id: hubId, path: '/' } });
	}

	/** Says goodbye, so that nobody goes on looking for us, and closes. Calls back when both are done. */
	close(done: () => void): void {
		const destroy = () => this.#bonjour.destroy(done);
		for (const browser of this.#browsers) browser.stop();
		if (this.#published) this.#bonjour.unpublishAll(destroy);
		else destroy();
	}
}
