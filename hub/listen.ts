import uWS from 'uWebSockets.js';

/**
 * False where the port is taken. uWebSockets.js shares a port between processes unless it is asked not to, which its
 * types only know without a host.
 */
export function listen(app: uWS.TemplatedApp, host: string, port: number): Promise<uWS.us_listen_socket | false> {
	const { LIBUS_LISTEN_EXCLUSIVE_PORT } = uWS as unknown as { LIBUS_LISTEN_EXCLUSIVE_PORT: number };
	type Listen = (
		host: string,
		port: number,
		options: number,
		listening: (socket: uWS.us_listen_socket | false) => void,
	) => void;
	return new Promise((resolve) =>
		(app.listen as unknown as Listen).call(app, host, port, LIBUS_LISTEN_EXCLUSIVE_PORT, resolve),
	);
}
