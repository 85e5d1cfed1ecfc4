/** Archives of dossiers and published files in S3: the only place that knows buckets, keys and presigned links. */
@NullMarked
package kz.uzdik.files;

import org.jspecify.annotations.NullMarked;
