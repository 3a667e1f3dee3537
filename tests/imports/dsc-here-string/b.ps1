AADCrossTenantAccessPolicy 'x'
{
 IsSingleInstance = 'Yes'
 DisplayName = @"
A "name" here
"@;
 AllowedCloudEndpoints = @('microsoftonline.us','partner.microsoftonline.cn')
}
