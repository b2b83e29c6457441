// What the page and its worker say to each other.
export type ToWorker =
    // Comes first: the server's module, by gzip.
    | { readonly kind: 'begin'; readonly module: Uint8Array<ArrayBuffer> }
    // A file that the server may ask for.
    | {
          readonly kind: 'file';
          readonly path: string;
          readonly bytes: Uint8Array;
      }
    // To the server, the body of one message.
    | { readonly kind: 'message'; readonly text: string };

export type FromWorker =
    // Only now it takes messages.
    | { readonly kind: 'begun' }
    | { readonly kind: 'message'; readonly text: string }
    | { readonly kind: 'log'; readonly line: string }
    // The server is no more.
    | { readonly kind: 'failure'; readonly reason: string };
