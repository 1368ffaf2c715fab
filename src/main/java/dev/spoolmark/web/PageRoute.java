package dev.spoolmark.web;

import dev.spoolmark.http.RequestPriority;
import dev.spoolmark.http.TemplateRouter;

/// One page or one form, as data.
///
/// @param httpMethod GET for a page, POST for a form
/// @param path its address, with variables in braces: `/settings/applications/{id}`
/// @param isUpload whether the handler reads the form itself, with [Upload] or [StreamedUpload]
public record PageRoute(String httpMethod, String path, PageAccess access, PageHandler handler, boolean isUpload)
        implements TemplateRouter.Target {

    @Override
    public boolean isRead() {
        return httpMethod.equals("GET");
    }

    /// Which requests go first under load.
    RequestPriority priority() {
        if (!isRead()) {
            return RequestPriority.CRITICAL_WRITE;
        }
        return access == PageAccess.PUBLIC ? RequestPriority.BEST_EFFORT : RequestPriority.USER_READ;
    }
}
