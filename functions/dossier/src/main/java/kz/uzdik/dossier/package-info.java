/** Dossiers: registered by secretaries, their archives checked, the commission's decisions recorded (§9–§11). */
@NullMarked
package kz.uzdik.dossier;

import org.jspecify.annotations.NullMarked;
