import { parentPort, workerData } from 'node:worker_threads'
import { calibrationOf } from '../rules/calibrate'

/** Beside the process that serves: from opinions to scores, both as texts, which are quickly handed over. */
parentPort?.postMessage({ result: JSON.stringify(calibrationOf(String(workerData))) })
