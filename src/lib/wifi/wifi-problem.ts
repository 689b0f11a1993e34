import { type WifiProblem, wifiProblem as problemByRule } from '$protocol/dashboard/text/wifi.ts';
import { withFaultWords } from '$lib/words/faults.ts';

export type { WifiProblem };

/** What is wrong with a network by the hub's own rule, in the dashboard's language; undefined where nothing is. */
export function wifiProblem(network: { ssid: string; password: string }): WifiProblem | undefined {
	const problem = problemByRule(network);
	return problem && withFaultWords({ ...problem, fault: problem.kind });
}
