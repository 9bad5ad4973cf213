/**
 * Turns records into events of two views: the ECS view as Elastic's integrations and winlogbeat would make it, and the source view untouched. Entry point:
 * {@link dev.spoor.normalize.Normalizer}. May import {@code event}, {@code ingest} and {@code ecs}.
 *
 * <p>A document is looked at for what it was made of ({@code DocumentShape}, {@code ExportShape}): one that wraps a Windows record is turned back into it, so that the event is
 * the same whatever the record came in.
 *
 * <p>What maps to what is data: CSV tables (RFC 4180, UTF-8, the kind told by the header line), those beside this package and those that a user adds, which
 * come behind and so win.
 *
 * <pre>
 * channel,module,dataset,drop                                    constants of a channel ("*": any other); drop = "empty" or "empty dash"
 * channel,provider,event_id,action,category,type                 event.action, category and type ("|" between several); event_id "*" = any other
 * channel,provider,event_id,task                                 text of the task, which is event.action where the table above has none
 * table,key,value                                                look-ups; keys without regard to case
 * name,item                                                      what a name of a flat document means
 * channel,events,source,target,transform,parameter,when,unless,options   field rules, in the order in which they run
 * </pre>
 * In a field rule {@code events} is {@code *}, {@code 1|2|3} or {@code !7}; {@code source} a path of the ECS view, or {@code *} for none; {@code target} one
 * path or several with {@code ;} between; {@code transform} a name of {@link dev.spoor.normalize.Transform}; {@code when} and {@code unless} paths that must
 * hold, or not hold, a value; {@code options} any of {@code move} (takes the source away where something was made of it), {@code append} (adds what is not there
 * yet), {@code keep} (leaves a target that holds a value), {@code free} (fills the first target that is empty), {@code dash} (takes {@code -} for a value).
 */
package dev.spoor.normalize;
