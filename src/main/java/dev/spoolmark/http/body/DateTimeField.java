package dev.spoolmark.http.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a member of a body that is a time. For other single values, an object or a list counts as absent; here
/// it is an invalid value, since an absent time means now.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DateTimeField {}
