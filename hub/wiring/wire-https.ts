import { hostname, networkInterfaces } from 'node:os';
import type { Logger } from 'pino';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock, Timer } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import type { Result } from '../base/result.ts';
import type { Config } from '../config/config.ts';
import { mdnsHost } from '../discovery/lans.ts';
import { isFromOwnMachine } from '../doors/metrics-door.ts';
import type { Guarded } from '../doors/routes/account/own-password.ts';
import { StaticFiles } from '../doors/server/bodies/static-files.ts';
import type { DoorApp } from '../doors/server/guarded-app.ts';
import { onlyOwnHosts } from '../doors/server/origin/only-own-hosts.ts';
import { OwnHosts, hostIn } from '../doors/server/origin/own-hosts.ts';
import type { Route } from '../doors/server/route.ts';
import { TRUST, httpsOnly } from '../doors/server/secure/https-only.ts';
import { inlineScripts, securityHeaders } from '../doors/server/security-headers.ts';
import type { WebServer } from '../doors/server/web-server.ts';
import { httpsRoutes } from '../doors/trust/https-routes.ts';
import { openTrustDoor } from '../doors/trust/trust-door.ts';
import { httpsAddress, httpsAddresses } from '../https/https-address.ts';
import type { Https } from '../https/https.ts';
import { keepCertificate } from '../https/keep-certificate.ts';
import { type HttpsStartFault, openHttps, startHttps } from '../https/open-https.ts';
import type { Data } from '../open-data.ts';

/** What the doors of browsers need, over HTTPS or without it. */
interface Wired {
	https: Https;
	/** the app for the doors of browsers: asked under the hub's own names, and over HTTPS while that is on */
	browsers: DoorApp;
	/** of every answer */
	headers: [string, string][];
	routes: (guarded: Guarded) => Route[];
	/** Serves the dashboard, after all other doors have their paths. */
	serveFiles(): void;
	/** Begins to serve HTTPS, if that is on. */
	begin(): Promise<Result<void, HttpsStartFault>>;
	/** Exchanges its certificate when that is due. */
	keep(): Timer;
	addresses: () => string[];
}

/** Puts HTTPS in front of the web server, as configuration and database say. */
export async function wireHttps(
	server: WebServer,
	data: Pick<Data, 'orm' | 'vault'>,
	parts: {
		config: Config;
		clock: Clock;
		random: Random;
		log: Logger;
		accounts: Accounts;
		/** the hub's id in hex */
		hubId: string;
		/** folder of the built dashboard */
		dashboard: string;
		plainPort: () => number;
	},
): Promise<Wired> {
	const { config, clock, plainPort } = parts;
	const { trustedProxies, publicUrl } = config;
	const announced = mdnsHost(parts.hubId);
	const { orm, vault } = data;
	const https = await openHttps({ ...parts, ...optionsOf(config, server), announced, orm, vault });
	const files = new StaticFiles(parts.dashboard);
	const originFor = (host: string) => httpsAddress(https, hostIn(host));
	const scripts = inlineScripts(files.page);
	const strict = https.mode === 'own-certificate';
	const headers = securityHeaders(scripts, { strict });
	const hosts = [config.host, announced, publicUrl && new URL(publicUrl).host, ...config.allowedHosts];
	const browsers = httpsOnly(onlyOwnHosts(server.app, new OwnHosts(clock, hosts), headers), {
		originFor,
		needsTrust: () => https.mode === 'authority',
		trustedProxies,
		isFromOwnMachine: (res, req) => isFromOwnMachine(res, req, trustedProxies),
	});
	return {
		https,
		browsers,
		headers,
		routes: (guarded) => httpsRoutes({ https, plainPort }, guarded),
		serveFiles() {
			openTrustDoor(browsers, https, headers);
			// The page of trust asks whether this browser trusts the hub's other origin.
			const trustHeaders = (host: string) => securityHeaders(scripts, { strict, connect: originFor(host) });
			files.serve(browsers, headers, { path: TRUST, headers: trustHeaders });
		},
		begin: () => startHttps(https),
		keep: () => keepCertificate(https),
		addresses: () => httpsAddresses(https),
	};
}

function optionsOf(config: Config, { secure }: WebServer) {
	const { host, publicUrl, allowedHosts, httpsPort, httpsCertificate, httpsKey, name } = config;
	const named = [host, publicUrl && new URL(publicUrl).host, ...allowedHosts].map((text) => hostIn(text ?? ''));
	return {
		listener: {
			open: (credentials: { certificate: string; key: string }) => secure.open(host, httpsPort, credentials),
			exchange: (credentials: { certificate: string; key: string }) => secure.exchange(credentials),
			close: () => secure.close(),
			get port() {
				return secure.port;
			},
		},
		hubName: name,
		named: named.filter((one) => one !== undefined),
		ownCertificate: httpsCertificate && httpsKey ? { certificate: httpsCertificate, key: httpsKey } : undefined,
		publicUrl,
		configuredPort: httpsPort,
		interfaces: networkInterfaces,
		hostname,
	};
}
