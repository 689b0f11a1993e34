import type { Browser } from 'playwright-core';

type Send = (method: string, params?: object) => Promise<Record<string, unknown>>;
interface Answer {
	id?: number;
	result?: Record<string, unknown>;
	error?: object;
}

interface Options {
	origin: string;
	/** name=value */
	cookie: string;
	viewport: { width: number; height: number };
}

/**
 * A page that only its bench talks to. Playwright has the browser report every message of a page's sockets to it, which takes
 * a page with a thousand messages a second a third of a processor; it does not look after pages of contexts that are not its own.
 */
export class PlainPage {
	readonly #send: Send;
	readonly close: () => Promise<void>;

	private constructor(send: Send, close: () => Promise<void>) {
		this.#send = send;
		this.close = close;
	}

	static async open(browser: Browser, { origin, cookie, viewport }: Options): Promise<PlainPage> {
		const root = await browser.newBrowserCDPSession();
		const { browserContextId } = await root.send('Target.createBrowserContext');
		const [name, value] = cookie.split('=') as [string, string];
		await root.send('Storage.setCookies', { browserContextId, cookies: [{ name, value, url: origin }] });
		const { targetId } = await root.send('Target.createTarget', { url: 'about:blank', browserContextId });
		const { sessionId } = await root.send('Target.attachToTarget', { targetId });
		const waiting = new Map<number, (answer: Answer) => void>();
		root.on('Target.receivedMessageFromTarget', ({ message }) => {
			const answer = JSON.parse(message) as Answer;
			if (answer.id) waiting.get(answer.id)?.(answer);
		});
		let last = 0;
		const send: Send = async (method, params = {}) => {
			const id = ++last;
			const answered = new Promise<Answer>((done) => waiting.set(id, done));
			await root.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
			const { result, error } = await answered;
			waiting.delete(id);
			if (!result) throw new Error(`${method}: ${JSON.stringify(error)}`);
			return result;
		};
		await send('Emulation.setDeviceMetricsOverride', { ...viewport, deviceScaleFactor: 1, mobile: false });
		await send('Performance.enable', { timeDomain: 'threadTicks' });
		return new PlainPage(send, async () => {
			await root.send('Target.disposeBrowserContext', { browserContextId });
			await root.detach();
		});
	}

	async goto(url: string): Promise<void> {
		await this.#send('Page.navigate', { url });
	}

	/** What `run` returns in the page; its promise is waited for. */
	async evaluate<T, A>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T> {
		const expression = `(${run.toString()})(${JSON.stringify(argument)})`;
		const answer = await this.#send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
		if (answer['exceptionDetails']) throw new Error(JSON.stringify(answer['exceptionDetails']));
		return (answer['result'] as { value: T }).value;
	}

	/** How many ms the main thread has worked so far, by its own CPU clock, so that other programs do not count. */
	async workMs(): Promise<number> {
		const { metrics } = (await this.#send('Performance.getMetrics')) as { metrics: { name: string; value: number }[] };
		return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;
	}
}
