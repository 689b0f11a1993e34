import type { DoorApp } from './guarded-app.ts';
import { statusLine } from './error-status.ts';

/** The health check for Docker and other monitors. */
export function answerHealth(app: DoorApp, isStopping: () => boolean): void {
	app.get('/healthz', (res) => {
		res.writeStatus(statusLine(isStopping() ? 503 : 200)).writeHeader('content-type', 'application/json');
		res.end(JSON.stringify({ ok: !isStopping() }));
	});
}
