package dev.spoolmark.http.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a member of a body that names a moment. An object or a list in the place of another single value counts as
/// absent; here it is a value that cannot be read, since an absent moment means now.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DateTimeField {}
