using System.Runtime.CompilerServices;

namespace Orleans.InProcess.Calls;

/// <summary>
/// An error that crosses from a grain to its caller is the same in type, message and content, but another object: as between machines, what
/// the caller does with it is not seen by the grain, and an error that a grain keeps and throws twice does not collect the traces of all its callers.
/// </summary>
internal static class ExceptionCopy
{
    public static Exception Of(Exception error) => (Exception)MemberwiseClone(error);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = nameof(MemberwiseClone))]
    private static extern object MemberwiseClone(object self);
}
