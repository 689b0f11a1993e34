import { json } from 'node:stream/consumers';
import { MqttClient } from './mqtt.ts';

/** A board as Tasmota speaks: `cmnd/NAME/POWER1 ON` switches, and `stat/NAME/POWER1 ON` says that it is so. */
const { port } = (await json(process.stdin)) as { port: number };
const board = await MqttClient.open(port, 'board');
board.heard = (topic, words) => board.publish(topic.replace('cmnd/', 'stat/'), words);
await board.subscribe('cmnd/#');
console.log(JSON.stringify({ open: true }));
