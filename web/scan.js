// The scan of what was signed on paper: what is taken, and how a request names it.

import { Sha256 } from "/sha256.js";

export const SCAN_TYPES = ["application/pdf", "image/jpeg", "image/png"].join(",");

const MOST_BYTES = 20_000_000;

export const scanFits = (file) => SCAN_TYPES.split(",").includes(file.type) && file.size > 0 && file.size <= MOST_BYTES;

export const scanOf = async (file) => ({ sha256: new Sha256().update(new Uint8Array(await file.arrayBuffer())).hex(), bytes: file.size, type: file.type });
