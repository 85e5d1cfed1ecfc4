/** What is conspicuous in a survey's figures: pure rules that anyone can run on what is published. */
package kz.uzdik.contest.anomaly;
