import uWS from 'uWebSockets.js';

/** The comparison for a change to many dashboards: uWebSockets.js' own publish of the bytes that it receives. */
const EVERYBODY = 'everybody';

const app = uWS.App();
app
	.ws('/dashboard', { idleTimeout: 0, sendPingsAutomatically: false, open: (ws) => void ws.subscribe(EVERYBODY) })
	.ws('/publish', { maxPayloadLength: 1_024 * 1_024, message: (_, message) => void app.publish(EVERYBODY, message) });
app.listen('127.0.0.1', 0, (listening) => {
	if (!listening) throw new Error('No port is free.');
	console.log(JSON.stringify({ port: uWS.us_socket_local_port(listening) }));
});
