import uWS from 'uWebSockets.js';
import { inLaterTurn } from '../../../hub/base/clock.ts';

// A web server as a process of its own, which says its port as JSON. It closes the connection of each request in a later
// turn, without an answer.
uWS
	.App()
	.any('/*', (res) => {
		res.onAborted(() => undefined);
		inLaterTurn(() => void res.close());
	})
	.listen('127.0.0.1', 0, (socket) => {
		if (socket) process.stdout.write(`${JSON.stringify(uWS.us_socket_local_port(socket))}\n`);
	});
