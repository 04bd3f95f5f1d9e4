namespace Orleans.InProcess.Calls;

/// <summary>The result of a method that has none.</summary>
internal readonly struct Nothing
{
    public static ValueTask<Nothing> After(Task task)
    {
        return task.IsCompletedSuccessfully ? default : Wait(task);

        static async ValueTask<Nothing> Wait(Task task)
        {
            await task.ConfigureAwait(false);
            return default;
        }
    }
}
