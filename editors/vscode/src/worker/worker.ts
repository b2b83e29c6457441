// A worker of a browser.
import type { ToWorker } from '../messages';
import { serve } from './serve';

const hear = serve(message => postMessage(message));

onmessage = ({ data }: MessageEvent<ToWorker>): void => hear(data);
